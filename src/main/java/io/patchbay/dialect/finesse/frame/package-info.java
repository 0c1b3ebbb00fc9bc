/**
 * Objects and notifications. The replicas before and after a canonical event come in. XML goes out. Does not depend on connections and
 * must not import {@code request}.
 */
package io.patchbay.dialect.finesse.frame;
