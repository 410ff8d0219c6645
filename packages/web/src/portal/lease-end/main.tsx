import '../../shared/style/tokens.css';
import '../../shared/style/base.css';
import '../../shared/copy/planner-copy.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PlannerApp } from './planner-app.tsx';

/** The lender's name and numbers around the planner were written by the server; they stay. */
const root = document.getElementById('planner');
if (root === null) throw new Error('the page has no place for the planner');
createRoot(root).render(
  <StrictMode>
    <PlannerApp />
  </StrictMode>,
);
