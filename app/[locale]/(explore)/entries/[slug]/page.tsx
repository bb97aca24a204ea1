/** The page of an entry: its card comes from the layout's second slot, the list beside it is the one of the explore page. */
export { default } from '../../page.tsx'
