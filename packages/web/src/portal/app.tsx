import '../shared/style/tokens.css';
import '../shared/style/base.css';
import './app-shell.module.css';

console.log('app');
