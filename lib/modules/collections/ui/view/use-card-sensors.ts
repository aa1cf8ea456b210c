import { MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core';

/** What starts a drag: a mouse that moves a little, or a finger that rests first, so that it can scroll. */
export const useCardSensors = () =>
  useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 6 } }),
  );
