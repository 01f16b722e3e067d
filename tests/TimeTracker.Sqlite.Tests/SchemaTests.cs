namespace TimeTracker.Sqlite.Tests;

[Trait("Invariant", "INV-22")]
public sealed class SchemaTests
{
    [Fact]
    public void Schema_WithAHoleOrWithoutIdentity_IsRefused()
    {
        var hole = Assert.Throws<ArgumentException>(() => new Schema(1, [new Migration(2, "two", "SELECT 1")]));
        Assert.StartsWith("Migration 1 carries version 2.", hole.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Schema(1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Schema(0, Notes.Schema.Migrations));
        Assert.Throws<ArgumentNullException>(() => new Schema(1, null!));
    }

    [Fact]
    public void Schema_KeepsItsMigrations_WhateverBecomesOfTheList()
    {
        var list = new List<Migration>(Notes.Newer.Migrations);
        var schema = new Schema(7, list);
        list.Clear();
        Assert.Equal((7, 2), (schema.ApplicationId, schema.Version));
    }

    [Fact]
    public void Migration_WithoutANumberANameOrStatements_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Migration(0, "none", "SELECT 1"));
        Assert.Throws<ArgumentException>(() => new Migration(1, " ", "SELECT 1"));
        Assert.Throws<ArgumentException>(() => new Migration(1, "one", " "));
    }
}
