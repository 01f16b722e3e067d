using System.Management.Automation.Host;

namespace TimeTracker.Shell;

/// <summary>The modifiers of a key in the engine's words.</summary>
internal static class KeyStates
{
    public static ControlKeyStates Of(ConsoleModifiers modifiers)
    {
        var states = default(ControlKeyStates);
        states |= modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0;
        states |= modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0;
        states |= modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0;
        return states;
    }
}
