/** Whether an entry of a .zip is what macOS and Windows add by themselves. @param name path within the .zip, with `/` */
export const isZipLitter = (name: string): boolean =>
  name.startsWith('__MACOSX/') || /(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(name);
