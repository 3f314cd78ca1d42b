export const findEvents = () => []
