/**
 * What every package may use: the two errors that are the user's to mend, suggestions for misspelt names, digests, the
 * program's version, files of YAML read strictly. Imports nothing else of the project.
 */
@NullMarked
package org.initbench.common;

import org.jspecify.annotations.NullMarked;
