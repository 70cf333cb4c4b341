package io.switchboard.app;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the memory in which the archive of classes and Java's own code lie, once the start is
 * over: it goes through nearly all of both, an idle process through less than half. What is used
 * again comes back by itself, from the system's cache of the file. Linux only.
 */
final class GiveBack {
  private static final Logger log = LoggerFactory.getLogger(GiveBack.class);
  private static final Path MAPPINGS = Path.of("/proc/self/smaps");

  /** MADV_DONTNEED, see madvise(2). */
  private static final int NOT_NEEDED = 4;

  private GiveBack() {}

  /** How many bytes of address space it was done for; 0 where it cannot be done. */
  static long now() {
    try {
      return Files.isReadable(MAPPINGS) ? give(Files.readAllLines(MAPPINGS)) : 0;
    } catch (IOException | RuntimeException | Error e) {
      log.debug("memory cannot be given back here", e);
      return 0;
    }
  }

  @SuppressWarnings("restricted") // Allowed in the manifest and by the bundle's start.
  private static long give(List<String> mappings) {
    Linker linker = Linker.nativeLinker();
    MethodHandle advise =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("madvise"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT));
    long given = 0;
    String mapping = "";
    for (String line : mappings) {
      if (line.matches("[0-9a-f]+-.*")) {
        mapping = line;
      } else if (line.matches("Anonymous: +0 kB") && isOnlyTheFiles(mapping)) {
        given += give(mapping, advise);
      }
    }
    return given;
  }

  /** Mapped for as long as the process lives, and never written: nothing can be lost. */
  private static boolean isOnlyTheFiles(String mapping) {
    return mapping.matches("\\S+ r-[-x]p .*(\\.aot|/libjvm\\.so)");
  }

  private static long give(String mapping, MethodHandle advise) {
    String[] ends = mapping.split("[- ]", 3);
    long begin = Long.parseUnsignedLong(ends[0], 16);
    long length = Long.parseUnsignedLong(ends[1], 16) - begin;
    try {
      return (int) advise.invokeExact(begin, length, NOT_NEEDED) == 0 ? length : 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
