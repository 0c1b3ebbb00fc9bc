/**
 * The common part of dialects: reading and writing JSON. Text comes in. Trees go out, or one exception with the reason. Each dialect
 * has its own package below and must not import another one.
 */
package io.patchbay.dialect;
