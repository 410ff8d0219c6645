/**
 * Whether npm has already installed what a lock names, by npm's own record of what it put into
 * node_modules. So the first command after a hand-made `npm ci` does not install it all again.
 */

/**
 * Says whether every package of the lock that this machine needs is recorded with the same version
 * and checksum. Packages for other machines are not looked for.
 */
export function isWhatTheLockNames(lock, installed, { platform, arch }) {
  const recorded = installed.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (path === '' || !isFor(wanted.os, platform) || !isFor(wanted.cpu, arch)) return true;
    const found = recorded[path];
    if (found === undefined) return wanted.optional === true && !isForThisMachine(wanted);
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** Optional packages that name a machine bring its machine code; npm leaves out others at will. */
function isForThisMachine({ os, libc }) {
  return os !== undefined && libc === undefined;
}

/** A list names what a package is for, or with `!` what it is not for; none means everything. */
function isFor(list, name) {
  if (list === undefined) return true;
  if (list.includes(`!${name}`)) return false;
  return list.some((each) => each.startsWith('!')) || list.includes(name);
}
