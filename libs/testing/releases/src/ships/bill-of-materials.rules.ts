/** As much of a CycloneDX document as npm writes and is looked at here. */
export interface Bom {
  metadata: { component: { name: string; [more: string]: unknown }; [more: string]: unknown };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
  [more: string]: unknown;
}
export interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  licenses?: { license?: { id?: string; name?: string }; expression?: string }[];
  [more: string]: unknown;
}

/** A package of ours, and what of its dependencies goes with it. */
export interface Shipped {
  name: string;
  needs: readonly string[];
}

const nameOf = (ref: string): string => ref.slice(0, ref.lastIndexOf('@'));

/**
 * What of everything that is installed is in the image. `npm sbom --workspace` leaves out what our libraries need, and knows nothing
 * of what is built into the page: so all is asked for, and the way is walked from our packages.
 *
 * @param all of `npm sbom`, with what is for development
 * @param ours each package of the repository
 * @param roots names of the packages that are put into the image
 */
export function billOf(all: Bom, ours: readonly Shipped[], roots: readonly string[]): Bom {
  const edges = new Map(all.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const needsOf = new Map(ours.map(({ name, needs }) => [name, needs]));
  const next = (ref: string): string[] => {
    const needs = needsOf.get(nameOf(ref));
    return (edges.get(ref) ?? []).filter((other) => needs === undefined || needs.includes(nameOf(other)));
  };
  const reached = new Set([...edges.keys()].filter((ref) => roots.includes(nameOf(ref))));
  for (const ref of reached) for (const other of next(ref)) reached.add(other);
  const root = String(all.metadata.component['bom-ref']);
  return {
    ...all,
    // The folder of the checkout otherwise.
    metadata: { ...all.metadata, component: { ...all.metadata.component, name: 'roundtrip', type: 'application' } },
    components: all.components.filter((component) => reached.has(component['bom-ref'])),
    dependencies: [
      { ref: root, dependsOn: [...reached].filter((ref) => roots.includes(nameOf(ref))) },
      ...[...reached].map((ref) => ({ ref, dependsOn: next(ref) })),
    ],
  };
}
