/** The smallest dialect: words over a WebSocket. It shows that a dialect is one package and one route file. */
package io.patchbay.dialect.tiny;
