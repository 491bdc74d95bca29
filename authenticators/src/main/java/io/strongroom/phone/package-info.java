/** Phone numbers in E.164, and how much of one may be shown. */
package io.strongroom.phone;
