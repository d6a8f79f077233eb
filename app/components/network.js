// Draws nodes and edges with vis-network (prepended to this file), and tells what was clicked.
// Labels are drawn on a canvas as text; nothing of the data becomes HTML.

const palette = (box) => (getComputedStyle(box).colorScheme.includes('dark') ? 'dark' : 'light')

function coloured(data, box) {
  const colours = data.colours[palette(box)]
  const page = getComputedStyle(box).getPropertyValue('--st-background-color') || colours.page
  const nodes = data.nodes.map((node) => ({
    ...node,
    color: {
      background: colours[node.group] ?? colours.other,
      border: node.id === data.about ? colours.text : colours.border,
      highlight: { background: colours[node.group] ?? colours.other, border: colours.text },
    },
    borderWidth: node.id === data.about ? 3 : 1,
    font: { color: colours.text, size: 14, strokeWidth: 4, strokeColor: page },
    group: undefined,
  }))
  const edges = data.edges.map((edge) => ({
    ...edge,
    color: { color: colours.edge, highlight: colours.text, hover: colours.text },
    font: { color: colours.text, size: 12, strokeWidth: 4, strokeColor: page },
  }))
  return { nodes: new globalThis.vis.DataSet(nodes), edges: new globalThis.vis.DataSet(edges) }
}

// Show all of it, with room at the edges for labels, which vis-network does not count in.
function fit(network) {
  network.fit({ maxZoomLevel: 1 })
  network.moveTo({ scale: network.getScale() * 0.85 })
}

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector('.zg-network')
  const drawn = JSON.stringify([data.nodes, data.edges, palette(box)])
  box.tell = (id) => setTriggerValue('opened', id)
  if (box.drawn !== drawn) {
    box.network?.destroy()
    box.drawn = drawn
    box.network = new globalThis.vis.Network(box, coloured(data, box), data.options)
    box.network.on('click', ({ nodes, edges }) => {
      const id = nodes[0] ?? edges[0]
      if (id !== undefined) box.tell(id)
    })
    box.network.on('hoverNode', () => (box.style.cursor = 'pointer'))
    box.network.on('hoverEdge', () => (box.style.cursor = 'pointer'))
    box.network.on('blurNode', () => (box.style.cursor = ''))
    box.network.on('blurEdge', () => (box.style.cursor = ''))
    // Once laid out it stays as it is, so that what was clicked is still there; labels are counted in.
    box.network.once('stabilizationIterationsDone', () => {
      box.network.setOptions({ physics: false })
      fit(box.network)
      box.setAttribute('data-ready', 'yes')
    })
    box.network.on('resize', () => fit(box.network))
    // Where things are drawn, for who looks from outside: in pixels from the corner of the box.
    box.places = () => {
      const at = box.network.getPositions()
      return Object.fromEntries(
        Object.entries(at).map(([id, place]) => [id, box.network.canvasToDOM(place)])
      )
    }
  }
  box.network.unselectAll()
  if (data.nodes.some((node) => node.id === data.open)) box.network.selectNodes([data.open])
  if (data.edges.some((edge) => edge.id === data.open)) box.network.selectEdges([data.open])
}
