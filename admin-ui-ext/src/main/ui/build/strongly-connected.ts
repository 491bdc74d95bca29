/**
 * Groups the nodes of a graph that reach each other (Tarjan 1972, without recursion).
 *
 * @param edges for each node the nodes it points to
 * @returns for each node the number of its group
 */
export const stronglyConnected = (edges: number[][]): number[] => {
  const order: number[] = [];
  const low: number[] = [];
  const group: number[] = [];
  const open: number[] = [];
  let visited = 0;
  let groups = 0;

  for (let start = 0; start < edges.length; start++) {
    if (order[start] !== undefined) continue;
    const path: { node: number; next: number }[] = [{ node: start, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1]!;
      const { node } = top;
      if (top.next === 0) {
        order[node] = low[node] = visited++;
        open.push(node);
      }
      const target = edges[node]![top.next++];
      if (target === undefined) {
        path.pop();
        const parent = path[path.length - 1];
        if (parent) low[parent.node] = Math.min(low[parent.node]!, low[node]!);
        if (low[node] === order[node]) {
          let member: number;
          do {
            member = open.pop()!;
            group[member] = groups;
          } while (member !== node);
          groups++;
        }
      } else if (order[target] === undefined) {
        path.push({ node: target, next: 0 });
      } else if (group[target] === undefined) {
        low[node] = Math.min(low[node]!, order[target]);
      }
    }
  }
  return group;
};
