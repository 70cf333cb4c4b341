/** Whatever a model writes is taken by every platform, and read there as it was meant. */
package io.switchboard.conformity;
