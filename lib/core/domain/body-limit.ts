/** As much text as one request may bring to pages and interface, photos and files apart; published at `/api/v1`. */
export const MAX_BODY_BYTES = 256_000
