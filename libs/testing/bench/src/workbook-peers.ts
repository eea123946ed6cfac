/** Not among our dependencies: old, and only needed here. */
export const peerPackages = ['exceljs@4.4.0', 'hucre@1.0.0'];
