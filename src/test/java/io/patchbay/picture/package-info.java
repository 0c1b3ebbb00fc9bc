/**
 * Agents who do anything at any time, and what their desktops make of what they are sent: a picture built from frames alone, which in
 * the end equals what the grid holds. In go a seed and a running gateway, out comes the first thing that does not fit, with the frames
 * that led to it. Of the gateway's code only the model, and the grid's cells to look at, may be imported: no encoder is asked what it
 * should have said.
 */
package io.patchbay.picture;
