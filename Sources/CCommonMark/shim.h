// The one door to Debian's libcmark: only CasebookMarkdown/CommonMark imports it.
//
// cmark allocates through callbacks without a context, never looks at a failed allocation and can't be interrupted. So a parse
// gets an arena of its own: allocating is moving a pointer, freeing is dropping a few chunks, and a parse that wants more
// memory than it may have is left by a long jump, which loses nothing, since nothing but the arena is held.
#ifndef CASEBOOK_CCOMMONMARK_SHIM_H
#define CASEBOOK_CCOMMONMARK_SHIM_H

#include <cmark.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef struct casebook_chunk {
  struct casebook_chunk *previous;
} casebook_chunk;

typedef struct casebook_arena {
  casebook_chunk *newest;
  char *next;
  char *end;
  size_t chunk_size;
  size_t remaining;
  jmp_buf full;
} casebook_arena;

/// The arena of the parse that this thread is in; in a function, since Swift emits no variable of a header by itself.
static inline casebook_arena **casebook_current(void) {
  static _Thread_local casebook_arena *current = NULL;
  return &current;
}

enum { CASEBOOK_HEADER = sizeof(size_t), CASEBOOK_LARGEST_CHUNK = 4 << 20 };

/// Takes `size` bytes, a multiple of 8, from a new chunk.
static void *casebook_grow(casebook_arena *arena, size_t size) {
  size_t wanted = arena->chunk_size;
  if (wanted < size) wanted = size;
  if (wanted > arena->remaining) longjmp(arena->full, 1);
  casebook_chunk *chunk = (casebook_chunk *)malloc(sizeof(casebook_chunk) + wanted);
  if (!chunk) longjmp(arena->full, 1);
  arena->remaining -= wanted;
  if (arena->chunk_size < CASEBOOK_LARGEST_CHUNK) arena->chunk_size *= 2;
  chunk->previous = arena->newest;
  arena->newest = chunk;
  char *start = (char *)(chunk + 1);
  arena->next = start + size;
  arena->end = start + wanted;
  return start;
}

/// Takes memory; its size stands in the word before it, for `realloc`.
static inline void *casebook_take(size_t size) {
  casebook_arena *arena = *casebook_current();
  if (size > SIZE_MAX / 2) longjmp(arena->full, 1);
  size_t rounded = ((size + 7) & ~(size_t)7) + CASEBOOK_HEADER;
  char *block = arena->next;
  if (rounded > (size_t)(arena->end - block))
    block = (char *)casebook_grow(arena, rounded);
  else
    arena->next = block + rounded;
  *(size_t *)(void *)block = rounded - CASEBOOK_HEADER;
  return block + CASEBOOK_HEADER;
}

static void *casebook_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) longjmp((*casebook_current())->full, 1);
  return memset(casebook_take(bytes), 0, bytes);
}

/// Grows in place what was taken last, a text buffer as a rule.
static void *casebook_realloc(void *old, size_t size) {
  if (!old) return casebook_take(size);
  casebook_arena *arena = *casebook_current();
  size_t *header = (size_t *)(void *)((char *)old - CASEBOOK_HEADER);
  if (size <= *header) return old;
  size_t rounded = (size + 7) & ~(size_t)7;
  if ((char *)old + *header == arena->next && rounded >= size && rounded <= (size_t)(arena->end - (char *)old)) {
    arena->next = (char *)old + rounded;
    *header = rounded;
    return old;
  }
  void *block = casebook_take(size);
  memcpy(block, old, *header);
  return block;
}

static void casebook_release(void *block) { (void)block; }

static cmark_mem casebook_memory = {casebook_calloc, casebook_realloc, casebook_release};

/// Makes an arena that never grows beyond `limit` bytes.
static inline casebook_arena *casebook_arena_new(size_t first, size_t limit) {
  casebook_arena *arena = (casebook_arena *)calloc(1, sizeof(casebook_arena));
  if (!arena) return NULL;
  arena->chunk_size = first;
  arena->remaining = limit;
  return arena;
}

/// Drops all that was parsed into the arena, and the arena.
static inline void casebook_arena_free(casebook_arena *arena) {
  casebook_chunk *chunk = arena->newest;
  while (chunk) {
    casebook_chunk *previous = chunk->previous;
    free(chunk);
    chunk = previous;
  }
  free(arena);
}

/// Parses a text into the arena; NULL where the arena is too small for it.
static inline cmark_node *casebook_parse(casebook_arena *arena, const char *text, size_t length) {
  casebook_arena **current = casebook_current();
  casebook_arena *outer = *current;
  cmark_node *volatile root = NULL;
  *current = arena;
  if (setjmp(arena->full) == 0) {
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &casebook_memory);
    cmark_parser_feed(parser, text, length);
    root = cmark_parser_finish(parser);
  }
  *current = outer;
  return root;
}

/// Whether `first` is directly followed by `second` somewhere in the text.
static inline int casebook_has_pair(const char *text, size_t length, char first, char second) {
  const char *end = text + length;
  while (text < end && (text = (const char *)memchr(text, first, (size_t)(end - text)))) {
    text++;
    if (text < end && *text == second) return 1;
  }
  return 0;
}

/// Whether a byte of the text is above 127.
static inline int casebook_has_non_ascii(const char *text, size_t length) {
  uint64_t bits = 0;
  for (; length >= 32; text += 32, length -= 32) {
    uint64_t words[4];
    memcpy(words, text, 32);
    bits |= words[0] | words[1] | words[2] | words[3];
  }
  for (; length > 0; text++, length--) bits |= (unsigned char)*text;
  return (bits & 0x8080808080808080u) != 0;
}

static inline size_t casebook_length(const char *text) { return strlen(text); }

#endif
