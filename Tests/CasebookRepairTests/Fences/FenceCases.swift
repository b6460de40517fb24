/// Cases by provenance: made to show one thing each, well-formed texts that must not change, and what is not solved.
enum FenceCases {
  static let synthetic: [FenceCase] = [
    FenceCase(
      "a language opens a block inside the block",
      "```markdown\n# T\n```sh\nmake\n```\n\nend\n```\n\nafter\n",
      gives: "````markdown\n# T\n```sh\nmake\n```\n\nend\n````\n\nafter\n", ["CB001 1:1"]),
    FenceCase(
      "bare inner fences: the layout tells them apart",
      "```markdown\n# T\n\n```\nout\n```\n\nend\n```\n\nafter\n",
      gives: "````markdown\n# T\n\n```\nout\n```\n\nend\n````\n\nafter\n", ["CB001 1:1"]),
    FenceCase(
      "the outer fence is one longer than the longest inside, whatever it was",
      "```md\n````text\na\n````\n\n```\n",
      gives: "`````md\n````text\na\n````\n\n`````\n", ["CB001 1:1"]),
    FenceCase(
      "both blocks end on neighbouring lines",
      "```python\nprompt = 1\n```sql\nselect 1\n```\n```\n\nafter\n",
      gives: "````python\nprompt = 1\n```sql\nselect 1\n```\n````\n\nafter\n", ["CB001 1:1"]),
    FenceCase(
      "inner fences in a list item end the outer block for CommonMark",
      "```markdown\n1. a\n   ```sh\n   b\n   ```\n2. c\n   ```sh\n   d\n   ```\n\n```\n",
      gives: "````markdown\n1. a\n   ```sh\n   b\n   ```\n2. c\n   ```sh\n   d\n   ```\n\n````\n", ["CB001 1:1"]),
    FenceCase(
      "tildes as well",
      "~~~markdown\n~~~sh\na\n~~~\n\nb\n~~~\n", gives: "~~~~markdown\n~~~sh\na\n~~~\n\nb\n~~~~\n", ["CB001 1:1"]),
    FenceCase(
      "two blocks, one of them well-formed",
      "```sh\na\n```\n\n```text\nb\n\n```sh\nc\n```\n\nd\n```\n",
      gives: "```sh\na\n```\n\n````text\nb\n\n```sh\nc\n```\n\nd\n````\n", ["CB001 5:1"]),
    FenceCase(
      "a block in a list item",
      "- a\n\n  ```markdown\n  ```sh\n  b\n  ```\n\n  c\n  ```\n\nend\n",
      gives: "- a\n\n  ````markdown\n  ```sh\n  b\n  ```\n\n  c\n  ````\n\nend\n", ["CB001 3:3"]),
    FenceCase(
      "front matter is no Markdown",
      "---\na: |\n  ```\n---\n\n```markdown\n```sh\na\n```\n\nb\n```\n",
      gives: "---\na: |\n  ```\n---\n\n````markdown\n```sh\na\n```\n\nb\n````\n", ["CB001 6:1"]),
    FenceCase(
      "a flaw beside closers that have text behind them throughout",
      "```\na\n```\nb\n\n```\nc\n```\nd\n\n```\ne\n```\nf\n\n```\ng\n```\nh\n\n```text\n```sh\ni\n```\n\nj\n```\n",
      gives:
        "```\na\n```\nb\n\n```\nc\n```\nd\n\n```\ne\n```\nf\n\n```\ng\n```\nh\n\n````text\n```sh\ni\n```\n\nj\n````\n",
      ["CB001 21:1"]),
    FenceCase(
      "a flaw beside blocks of a list, whose closers have the next item behind them",
      "1. a\n   ```\n   b\n   ```\n2. c\n   ```\n   d\n   ```\n3. e\n\n```text\n```sh\nf\n```\n\ng\n```\n",
      gives: "1. a\n   ```\n   b\n   ```\n2. c\n   ```\n   d\n   ```\n3. e\n\n````text\n```sh\nf\n```\n\ng\n````\n",
      ["CB001 11:1"]),
    FenceCase(
      "a comment hides its fences",
      "<!--\n```\n-->\n\n```markdown\n```sh\na\n```\n\nb\n```\n",
      gives: "<!--\n```\n-->\n\n````markdown\n```sh\na\n```\n\nb\n````\n", ["CB001 5:1"]),
  ]

  static let negative: [FenceCase] = [
    FenceCase("no fence at all", stays: "# T\n\na\n"),
    FenceCase("an outer fence that is longer", stays: "````markdown\n```sh\na\n```\n\nb\n````\n"),
    FenceCase("tildes round backticks", stays: "~~~markdown\n```sh\na\n```\n\nb\n~~~\n"),
    FenceCase("closers followed by text throughout", stays: "```\na\n```\nb\n\n```\nc\n```\nd\n\n```sh\ne\n```\nf\n"),
    FenceCase("a closer that is indented", stays: "```\na\n  ```\n\nb\n"),
    FenceCase("code that starts with a blank line", stays: "```\n\na\n```\n\nb\n\n```\n\nc\n```\n"),
    FenceCase("fences as indented code", stays: "a\n\n    ```markdown\n    ```sh\n    ```\n\nb\n"),
    FenceCase("fences in a comment", stays: "<!--\n```markdown\n```sh\na\n```\n-->\n\nb\n"),
    FenceCase("inner fences indented by four", stays: "```yaml\na: |\n    ```sh\n    b\n    ```\n```\n\nc\n"),
    FenceCase("a block that ends with its list item", stays: "- ```sh\n  a\n\nb\n\n```sh\nc\n```\n"),
    FenceCase("a block in a quote", stays: "> ```sh\n> a\n> ```\n\nb\n"),
    FenceCase("a code span of three backticks", stays: "``` a ``` b\n\n```sh\nc\n```\n"),
    FenceCase("a block behind a tag, which hides its opener", stays: "<Good>\n```ts\na\n\nb\n```\nc\n</Good>\n"),
    FenceCase("a longer closer", stays: "```sh\na\n`````\n\nb\n"),
    FenceCase("an empty block", stays: "```\n```\n\na\n"),
  ]

  /// Texts without one best reading: reported, never changed.
  static let doubtful: [FenceCase] = [
    FenceCase(
      "the outer block is never closed", stays: "```markdown\na\n\n```sh\nb\n```\n\n## C\n\n```sh\nd\n```\n\ne\n",
      ["CB009 4:1"]),
    FenceCase(
      "the numbering of the document goes on inside what would be the block",
      stays:
        "## Step 1\n\n```markdown\na\n\n```sh\nb\n```\n\n## Step 2\n\n```sh\nc\n```\n\n## Step 3\n\nd\n\n```\n\ne\n",
      ["CB009 6:1", "CB003 20:1"]),
    FenceCase(
      "a numbered section of the document inside the block",
      stays: "### Step 1\n\na\n\n```markdown\n### Step 2\n\n```sh\nb\n```\n\nc\n```\n\n### Step 3\n",
      ["CB009 5:1", "CB003 13:1"]),
    FenceCase(
      "a bare fence before a blank line opens nothing inside",
      stays: "````markdown\n```sh\na\n```\n````\n\n````\n\nb\n\n````\n\nc\n\n````\n",
      ["CB009 7:1", "CB003 15:1"]),
    FenceCase("a closer without a block", stays: "a\n\n```\n\nb\n\n```sh\nc\n```\n", ["CB009 3:1"]),
    FenceCase(
      "closers with info strings", stays: "```sh\na\n```text\n\nb\n\n```sh\nc\n```text\n\nd\n",
      ["CB003 1:1", "CB009 3:1", "CB009 9:1"]),
    FenceCase("a block that is open at the end", stays: "a\n\n```sh\nb\n", ["CB003 3:1"]),
  ]

  /// What a reader sees and the search does not; a case that starts to pass moves up.
  static let knownFailures: [FenceCase] = [
    FenceCase(
      "three levels: real documents have two",
      "```markdown\n```md\n```sh\na\n```\n\nb\n```\n\nc\n```\n",
      gives: "`````markdown\n````md\n```sh\na\n```\n\nb\n````\n\nc\n`````\n", ["CB001 1:1", "CB001 2:1"]),
    FenceCase(
      "bare inner fences with text on either side of each",
      "```markdown\na\n```\nb\n```\nc\n```\n\nd\n", gives: "````markdown\na\n```\nb\n```\nc\n````\n\nd\n", ["CB001 1:1"]
    ),
  ]
}
