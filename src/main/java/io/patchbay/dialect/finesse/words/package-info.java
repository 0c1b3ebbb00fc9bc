/** Common terms of requests and notifications: elements of XML, addresses of resources, actions, error types and failure codes. */
package io.patchbay.dialect.finesse.words;
