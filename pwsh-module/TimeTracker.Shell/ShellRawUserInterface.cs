using System.Management.Automation.Host;

namespace TimeTracker.Shell;

/// <summary>
/// The screen's measures. Where output is redirected there is no screen, and the engine formats for one that is
/// 120 columns wide, as pwsh does.
/// </summary>
internal sealed class ShellRawUserInterface(ShellConsole console) : PSHostRawUserInterface
{
    private static readonly Size NoScreen = new(120, 50);

    private ConsoleColor _background = ConsoleColor.Black;
    private ConsoleColor _foreground = ConsoleColor.Gray;
    private string _title = "TimeTracker";

    // Not Console's: setting a colour there would write it into the output, and reading one works on Windows only.
    public override ConsoleColor BackgroundColor
    {
        get => _background;
        set => _background = value;
    }

    public override ConsoleColor ForegroundColor
    {
        get => _foreground;
        set => _foreground = value;
    }

    public override Size BufferSize
    {
        get => Measure(static () => new Size(Console.BufferWidth, Console.BufferHeight));
        set => throw NotHere();
    }

    public override Size WindowSize
    {
        get => Measure(static () => new Size(Console.WindowWidth, Console.WindowHeight));
        set => throw NotHere();
    }

    public override Size MaxWindowSize => WindowSize;

    public override Size MaxPhysicalWindowSize => WindowSize;

    public override Coordinates WindowPosition
    {
        get => default;
        set => throw NotHere();
    }

    public override Coordinates CursorPosition
    {
        get => console.OutputIsTerminal && console.InputIsTerminal
            ? new Coordinates(Console.CursorLeft, Console.CursorTop)
            : default;
        set
        {
            if (console.OutputIsTerminal)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    public override int CursorSize
    {
        get => 100;
        set => throw NotHere();
    }

    public override bool KeyAvailable => console.InputIsTerminal && Console.KeyAvailable;

    public override string WindowTitle
    {
        get => _title;
        set
        {
            _title = value;
            if (console.OutputIsTerminal)
            {
                Console.Title = value;
            }
        }
    }

    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (!console.InputIsTerminal)
        {
            throw new HostException("A key can be read from a keyboard only, and the input is redirected.");
        }

        var key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, KeyStates.Of(key.Modifiers), keyDown: true);
    }

    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            Console.ReadKey(intercept: true);
        }
    }

    // The base class counts characters, and a table with a wide one in it would lose its columns.
    public override int LengthInBufferCells(string source) => CellWidth.Of(source);

    public override int LengthInBufferCells(string source, int offset) => CellWidth.Of(source[offset..]);

    public override int LengthInBufferCells(char source) => CellWidth.Of(source.ToString());

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotHere();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotHere();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // What Clear-Host does on Windows is to fill everything; no other filling has a meaning for a terminal.
        if (console.OutputIsTerminal && rectangle is { Left: -1, Top: -1, Right: -1, Bottom: -1 })
        {
            Console.Clear();
        }
    }

    public override void ScrollBufferContents(
        Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) => throw NotHere();

    private static HostException NotHere() => new("This shell's screen cannot be read, resized or scrolled.");

    private Size Measure(Func<Size> measure)
    {
        if (!console.OutputIsTerminal)
        {
            return NoScreen;
        }

        // A terminal that was never given a size says 0.
        return measure() is { Width: > 0 } size ? size : NoScreen;
    }
}
