import { createContext, type ReactNode, useContext } from 'react';
import { askPath } from '../ask/ask-path.ts';
import type { QuestionId } from '../ask/question.ts';
import { PlannerLink } from '../planner-link.tsx';

/** What somebody can still tell: a question, or a walk around the car. */
export type Place = QuestionId | 'walk';

export type PlaceProps = {
  readonly to: Place;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** The address of a question on the public planner, or of the walk around the car. */
export function placePath(to: Place): string {
  return to === 'walk' ? '/lease-end/walk' : askPath(to);
}

function PublicPlaceLink({ to, className, children }: PlaceProps): ReactNode {
  return (
    <PlannerLink to={placePath(to)} className={className}>
      {children}
    </PlannerLink>
  );
}

/** How a page leads to where something is told; a page of its own may have it elsewhere. */
export const PlaceLinkContext = createContext<(props: PlaceProps) => ReactNode>(PublicPlaceLink);

/** A link to where an open question is answered, on whichever page the plan stands. */
export function PlaceLink(props: PlaceProps): ReactNode {
  const Link = useContext(PlaceLinkContext);
  return <Link {...props} />;
}
