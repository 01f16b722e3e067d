using System.Reflection;
using System.Text.Json;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;
using TimeTracker.NativeHost.Requests;

namespace TimeTracker.NativeHost.Tests.Protocol;

/// <summary>PROTOCOL.md says what the code does.</summary>
public sealed class ProtocolTests
{
    /// <summary>Set it, run the tests, and review what they wrote before it is committed.</summary>
    private const string Update = "TIMETRACKER_UPDATE_REVIEWED_FILES";

    public static TheoryData<string> EachVerb => [.. Verbs.All];

    [Fact]
    public void EachExample_HasTheReplyThatIsShown()
    {
        using var talk = new Talk();
        using var host = new LivePipe(talk.Options);
        var replies = new List<string>();
        foreach (var request in ProtocolText.Requests)
        {
            replies.Add(ProtocolText.Show(request, host.Ask(request)));
            talk.Clock.Work(TimeSpan.FromMinutes(10));
        }

        var text = ProtocolText.With(replies);
        if (Environment.GetEnvironmentVariable(Update) is not null)
        {
            File.WriteAllText(ProtocolText.Path, text);
        }

        Assert.True(text == File.ReadAllText(ProtocolText.Path), $"A reply has changed: {Update}=1 writes it anew.");
    }

    [Theory]
    [MemberData(nameof(EachVerb))]
    public void EachVerb_HasASectionThatNamesItsFieldsAndAnExample(string verb)
    {
        var section = ProtocolText.Section(verb);
        Assert.NotNull(section);
        Assert.Contains($"\"verb\": \"{verb}\"", section, StringComparison.Ordinal);
        var type = Verbs.TypeOf(verb)!.Type;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.Name is not ("Id" or "Verb")))
        {
            Assert.Contains($"`{JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)}`", section, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void EachError_IsNamed()
    {
        var own = typeof(Failures).GetProperties(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(property => ((Failure)property.GetValue(null)!).Code)
            .Concat([
                Failures.FrameTooLong(0).Code, Failures.BadRequest(string.Empty).Code, Failures.ExtensionTooOld(0, 1).Code,
                Failures.HostTooOld(2, 1).Code, Failures.Unexpected(new InvalidOperationException()).Code,
            ]);
        var all = own
            .Concat(Enum.GetNames<RejectionCode>())
            .Concat(Enum.GetNames<StoreFault>().Select(name => $"Store{name}"))
            .Concat(Enum.GetNames<SyncFault>().Select(name => $"Sync{name}"))
            .Concat(Enum.GetNames<NothingToDoReason>())
            .Concat(Enum.GetNames<GapKind>());
        Assert.All(all, code => Assert.Contains($"`{code}`", ProtocolText.All, StringComparison.Ordinal));
    }

    [Fact]
    public void TheNames_AreThoseOfTheCode() => Assert.All(
        [ExtensionIds.HostName, ExtensionIds.Chromium, ExtensionIds.Firefox],
        name => Assert.Contains($"`{name}`", ProtocolText.All, StringComparison.Ordinal));

    [Fact]
    public void EachRequestOfTheCode_IsAVerb() => Assert.Equal(
        typeof(Request).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Request))).ToHashSet(),
        Verbs.All.Select(verb => Verbs.TypeOf(verb)!.Type).ToHashSet());
}
