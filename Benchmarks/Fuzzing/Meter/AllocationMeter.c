#include "AllocationMeter.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

// Of the sanitizers' runtime, which knows the size of every block.
int __sanitizer_install_malloc_and_free_hooks(
    void (*malloc_hook)(const volatile void *, size_t),
    void (*free_hook)(const volatile void *));
size_t __sanitizer_get_allocated_size(const volatile void *);
void __sanitizer_print_stack_trace(void);

// Targets run on one thread, so nothing here is shared.
static bool is_counting;
static long held;
static long most;
static long limit;

static void on_allocation(const volatile void *block, size_t size) {
  (void)block;
  if (!is_counting) return;
  held += (long)size;
  if (held <= most) return;
  most = held;
  if (most <= limit) return;
  is_counting = false;
  fprintf(stderr, "ERROR: %ld bytes are held on the heap, at most %ld may be; at:\n", most, limit);
  __sanitizer_print_stack_trace();
  abort();
}

// Blocks from before the start may go, too; then less is held than at the start.
static void on_release(const volatile void *block) {
  if (is_counting && block != NULL) held -= (long)__sanitizer_get_allocated_size(block);
}

void allocation_meter_start(size_t bytes) {
  static bool is_installed;
  if (!is_installed) {
    if (__sanitizer_install_malloc_and_free_hooks(on_allocation, on_release) == 0) {
      fprintf(stderr, "ERROR: allocations cannot be counted\n");
      abort();
    }
    is_installed = true;
  }
  held = 0;
  most = 0;
  limit = (long)bytes;
  is_counting = true;
}

size_t allocation_meter_stop(void) {
  is_counting = false;
  return (size_t)most;
}
