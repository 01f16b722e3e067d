using System.Text.RegularExpressions;
using TimeTracker.BrowserKit;
using TimeTracker.Domain;

namespace TimeTracker.E2E.Tests.Checks;

/// <summary>The extension's texts: no language lacks one, and none is there that nobody reads.</summary>
public sealed partial class LanguageTests
{
    [Fact]
    public void EachLanguage_HasTheSameKeys()
    {
        var languages = ExtensionFiles.Languages.Select(language => ExtensionFiles.Messages(language).Keys.Order()).ToList();
        Assert.All(languages, keys => Assert.Equal(languages[0], keys));
        Assert.Equal(
            ExtensionFiles.Languages.Order(),
            Directory.EnumerateDirectories(Path.Combine(Built.Extension, "_locales")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void EachMessage_TakesTheSameValuesInEachLanguage()
    {
        var other = ExtensionFiles.Messages("ru");
        Assert.All(ExtensionFiles.Messages("en"), message => Assert.Equal(Values(message.Value), Values(other[message.Key])));
    }

    [Fact]
    public void EachKeyThatIsNamed_IsDefined() =>
        Assert.Empty(ExtensionFiles.NamedKeys().Except(ExtensionFiles.Messages("en").Keys));

    [Fact]
    public void EachKeyThatIsDefined_IsNamed()
    {
        var (named, literals, beginnings) = (ExtensionFiles.NamedKeys(), ExtensionFiles.Literals(), ExtensionFiles.KeyBeginnings());
        Assert.NotEmpty(beginnings);
        Assert.DoesNotContain(ExtensionFiles.Messages("en").Keys, key => !named.Contains(key) && !literals.Contains(key)
            && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)));
    }

    [Fact]
    public void WhatTheHostNames_HasItsMessage()
    {
        string[] needed =
        [
            .. Enum.GetNames<GapKind>().Select(kind => $"question_{kind}"),
            .. Enum.GetNames<NothingToDoReason>().Select(reason => $"nothing_{reason}"),
            .. Enum.GetNames<CommandVerb>().Select(verb => $"verb_{verb}"),
            "sync_off", "sync_synced", "sync_waiting", "sync_failing", "sync_shut_out",
        ];
        Assert.Empty(needed.Except(ExtensionFiles.Messages("en").Keys));
    }

    [Fact]
    public void EachMessageOfAnError_IsOfACodeThatThereIs()
    {
        // Two are the extension's own: there was no host to answer.
        var known = BackquotedWord().Matches(File.ReadAllText(Path.Combine(Built.Root, "native-host", "PROTOCOL.md")))
            .Select(match => $"error_{match.Groups[1].Value}").Concat(["error_NoHost", "error_NoAnswer"]);
        Assert.Empty(ExtensionFiles.Messages("en").Keys
            .Where(key => key.StartsWith("error_", StringComparison.Ordinal)).Except(known));
    }

    private static IEnumerable<string> Values(string message) => Value().Matches(message).Select(match => match.Value).Order();

    [GeneratedRegex("\\$\\d")]
    private static partial Regex Value();

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex BackquotedWord();
}
