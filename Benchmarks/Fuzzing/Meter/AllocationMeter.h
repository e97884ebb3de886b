#ifndef ALLOCATION_METER_H
#define ALLOCATION_METER_H

#include <stddef.h>

/// Begins to count the bytes that the program holds on the heap from now on; more than `limit` of them
/// at a time end the program with the stack of the allocation that went too far.
void allocation_meter_start(size_t limit);

/// Ends counting; returns the most bytes that were held at a time.
size_t allocation_meter_stop(void);

#endif
