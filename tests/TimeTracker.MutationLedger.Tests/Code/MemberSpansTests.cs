using TimeTracker.MutationLedger.Code;

namespace TimeTracker.MutationLedger.Tests.Code;

public sealed class MemberSpansTests
{
    private static readonly MemberSpans Spans = MemberSpans.Of("""
        namespace Some.Where;

        public abstract record Span(int Length)
        {
            private const int Max = 5;

            private Span() => Check();

            public int Size => 1;

            public int this[int at] => at;

            public static Span operator -(Span left) => left;

            private static int Of(int a) => a;

            private static int Of(string a) => a.Length;

            private sealed class Closed
            {
                internal Closed() => Of(1);
            }
        }
        """);

    [Theory]
    [InlineData("Span", 3, 22)]
    [InlineData("Span.Max", 5, 5)]
    [InlineData("Span.Span", 7, 7)]
    [InlineData("Span.Size", 9, 9)]
    [InlineData("Span.this", 11, 11)]
    [InlineData("Span.operator -", 13, 13)]
    [InlineData("Span.Of", 15, 17)]
    [InlineData("Closed", 19, 21)]
    [InlineData("Closed.Closed", 21, 21)]
    [InlineData("Span.Closed.Closed", 21, 21)]
    public void AName_CoversTheLinesOfWhatItNames(string name, int first, int last)
    {
        Assert.True(Spans.Has(name));
        Assert.True(Spans.Covers(name, first, 17));
        Assert.True(Spans.Covers(name, last, 17));
        Assert.False(Spans.Covers(name, first - 1, 17));
        Assert.False(Spans.Covers(name, last + 2, 17));
    }

    [Fact]
    public void AMember_EndsWhereItEnds()
    {
        Assert.False(Spans.Covers("Span.Size", 9, 4));
        Assert.True(Spans.Covers("Span.Size", 9, 5));
        Assert.True(Spans.Covers("Span.Size", 9, 25));
        Assert.False(Spans.Covers("Span.Size", 9, 26));
    }

    [Theory]
    [InlineData("Gone")]
    [InlineData("an.Of")]
    [InlineData("Where.Span")]
    public void AnotherName_IsNotThere(string name) => Assert.False(Spans.Has(name));
}
