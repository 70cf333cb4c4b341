package io.switchboard.discord.check;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What a member may do in a channel, as Discord documents it: the roles' permissions together, then
 * the channel's exceptions for everyone, for the roles together, and for the member.
 */
final class Allowed {
  private final long server;
  private final long member;
  private final Set<Long> roles = new HashSet<>();
  private long base;

  /**
   * On a server.
   *
   * @param all the server's roles
   * @param own the member's document
   */
  Allowed(long server, long member, DataArray all, DataObject own) {
    this.server = server;
    this.member = member;
    DataArray given = own.optArray("roles").orElseGet(DataArray::empty);
    for (int i = 0; i < given.length(); i++) {
      roles.add(given.getUnsignedLong(i));
    }
    for (int i = 0; i < all.length(); i++) {
      DataObject role = all.getObject(i);
      long id = role.getUnsignedLong("id");
      if (id == server || roles.contains(id)) {
        base |= role.getUnsignedLong("permissions", 0);
      }
    }
  }

  /** Those of the wanted that are missing in a channel with these exceptions. */
  EnumSet<Permission> missing(Set<Permission> wanted, DataArray exceptions) {
    return missing(wanted, in(exceptions));
  }

  private long in(DataArray exceptions) {
    if ((base & Permission.ADMINISTRATOR.getRawValue()) != 0) {
      return -1;
    }
    long may = base;
    long denied = 0;
    long allowed = 0;
    for (int i = 0; i < exceptions.length(); i++) {
      DataObject one = exceptions.getObject(i);
      long of = one.getUnsignedLong("id");
      if (of == server) {
        may = (may & ~one.getUnsignedLong("deny", 0)) | one.getUnsignedLong("allow", 0);
      } else if (roles.contains(of)) {
        denied |= one.getUnsignedLong("deny", 0);
        allowed |= one.getUnsignedLong("allow", 0);
      }
    }
    may = (may & ~denied) | allowed;
    for (int i = 0; i < exceptions.length(); i++) {
      DataObject one = exceptions.getObject(i);
      if (one.getUnsignedLong("id") == member) {
        may = (may & ~one.getUnsignedLong("deny", 0)) | one.getUnsignedLong("allow", 0);
      }
    }
    return may;
  }

  /** Those of the wanted that are not in this. */
  static EnumSet<Permission> missing(Set<Permission> wanted, long may) {
    EnumSet<Permission> missing = EnumSet.noneOf(Permission.class);
    boolean all = (may & Permission.ADMINISTRATOR.getRawValue()) != 0;
    for (Permission one : wanted) {
      if (!all && (may & one.getRawValue()) == 0) {
        missing.add(one);
      }
    }
    return missing;
  }
}
