/** What all factors share: the step of a login they take part in, its outcome, and the memory of what was passed. */
package io.strongroom.factor;
