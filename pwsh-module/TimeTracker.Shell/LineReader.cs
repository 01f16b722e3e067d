using System.Management.Automation.Host;
using System.Security;

namespace TimeTracker.Shell;

/// <summary>Puts questions and reads the lines that answer them.</summary>
internal sealed class LineReader(ShellConsole console)
{
    public void Say(string? line)
    {
        if (!string.IsNullOrEmpty(line))
        {
            console.Questions.WriteLine(PlainText.Of(line));
        }
    }

    /// <summary>The answer, or null once the input has ended.</summary>
    public string? Ask(string question)
    {
        console.Questions.Write(question);
        var line = Read();
        if (line is null || !console.InputIsTerminal)
        {
            // Nobody pressed Enter: what is written next must not follow the question in its line.
            console.Questions.WriteLine();
        }

        return line;
    }

    public string? Read() => console.Input.ReadLine();

    public SecureString ReadSecret()
    {
        var secret = new SecureString();
        if (console.InputIsTerminal)
        {
            ReadKeys(secret);
        }
        else
        {
            foreach (var letter in Read() ?? throw Ended())
            {
                secret.AppendChar(letter);
            }
        }

        secret.MakeReadOnly();
        return secret;
    }

    public SecureString AskSecret(string question)
    {
        console.Questions.Write(question);
        var secret = ReadSecret();
        console.Questions.WriteLine();
        return secret;
    }

    public static HostException Ended() => new("The input has ended before the question was answered.");

    private static void ReadKeys(SecureString secret)
    {
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
            {
                secret.RemoveAt(secret.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                secret.AppendChar(key.KeyChar);
            }
        }
    }
}
