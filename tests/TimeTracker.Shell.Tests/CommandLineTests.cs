namespace TimeTracker.Shell.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void NoArgument_AsksForThePrompt() => Assert.IsType<Invocation.Interactive>(CommandLine.Parse([]));

    [Theory]
    [InlineData("-Command")]
    [InlineData("-command")]
    [InlineData("-c")]
    public void Command_TakesItsText_InAnyCase(string name) =>
        Assert.Equal(new Invocation.Command("1 + 1"), CommandLine.Parse([name, "1 + 1"]));

    [Fact]
    public void Command_JoinsWhatFollows() =>
        Assert.Equal(new Invocation.Command("Get-Thing -Name x"), CommandLine.Parse(["-c", "Get-Thing", "-Name", "x"]));

    [Fact]
    public void File_KeepsItsArgumentsApart()
    {
        var file = Assert.IsType<Invocation.File>(CommandLine.Parse(["-File", "a.ps1", "-Name", "x y", "-Help"]));

        Assert.Equal("a.ps1", file.Path);
        Assert.Equal(["-Name", "x y", "-Help"], file.Arguments);
    }

    [Theory]
    [InlineData("-Help")]
    [InlineData("-?")]
    [InlineData("--help")]
    public void Help_IsKnownByItsNames(string name) => Assert.IsType<Invocation.Help>(CommandLine.Parse([name]));

    [Theory]
    [InlineData("-Command")]
    [InlineData("-Command", " ")]
    [InlineData("-File")]
    [InlineData("-File", "")]
    [InlineData("-Help", "more")]
    [InlineData("-NoProfile")]
    [InlineData("Get-Thing")]
    public void WhatCannotBeRead_IsBadUsage(params string[] arguments) =>
        Assert.IsType<Invocation.BadUsage>(CommandLine.Parse(arguments));

    [Theory]
    [InlineData("plain", "'plain'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("$(exit 3)", "'$(exit 3)'")]
    [InlineData("; exit 3", "'; exit 3'")]
    [InlineData("-5", "'-5'")]
    [InlineData("-Name", "-Name")]
    [InlineData("-Name:a b", "-Name:'a b'")]
    [InlineData("-Flag:$False", "-Flag:$False")]
    [InlineData("-Name\nexit", "'-Name\nexit'")]
    [InlineData("", "''")]
    public void ScriptArguments_AreNamesOrLiterals(string argument, string text) =>
        Assert.Equal(text, ScriptArguments.Format([argument]));
}
