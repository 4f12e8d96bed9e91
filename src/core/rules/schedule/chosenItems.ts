import { itemsWhere } from '../../analysis/entries';
import { childItems } from '../../analysis/lineage';
import { isOver, isUnderWay } from './workState';

// What several rules begin with: the few items of a project that they can have something to say of.

/** The items that state a start. */
export const itemsWithStart = itemsWhere(({ fields }) => fields.start !== undefined);

/** The items on which work goes on, see {@link isUnderWay}. */
export const itemsUnderWay = itemsWhere(isUnderWay);

/** The items without children that are still to be done. */
export const openLeafItems = itemsWhere((item) => childItems(item).length === 0 && !isOver(item));
