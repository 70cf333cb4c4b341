package io.switchboard.app;

/** The program. */
public final class Main {
  private Main() {}

  /** Runs one command of the program. */
  public static void main(String[] args) {
    System.out.println("switchboard");
  }
}
