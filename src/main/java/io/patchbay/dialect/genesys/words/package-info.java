/** Common terms of operations, resources and notifications: status codes, agent states, capabilities, ids and user data. */
package io.patchbay.dialect.genesys.words;
