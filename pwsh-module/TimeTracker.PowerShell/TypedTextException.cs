using System.Globalization;
using System.Management.Automation;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>What was typed has no one meaning; PowerShell adds the parameter's name to the message.</summary>
public sealed class TypedTextException : ArgumentTransformationMetadataException
{
    private TypedTextException(string code, string message, string hint)
        : base($"{message} Nothing was changed. {hint}") => (Code, Refusal, Hint) = (code, message, hint);

    /// <summary>Which rule refused, a stable name.</summary>
    public string Code { get; }

    /// <summary>What was wrong.</summary>
    public string Refusal { get; }

    /// <summary>What to type instead.</summary>
    public string Hint { get; }

    internal static TypedTextException For(Rejection rejection) =>
        new(rejection.Code.ToString(), rejection.Message, rejection.Hint);

    internal static TypedTextException ForType(object value, string instead) => new(
        nameof(RejectionCode.NotATime),
        ViewText.Plain(string.Create(CultureInfo.InvariantCulture, $"{value} ({value.GetType().Name}) has no unit.")),
        value is decimal days
            ? string.Create(CultureInfo.InvariantCulture, $"PowerShell takes it for a number: quote it, '{days}d', or type {instead}.")
            : $"Type {instead}; in quotes where PowerShell would take it for a number.");

    internal static TypedTextException ForAmount(TimeSpan amount) => new(
        nameof(RejectionCode.AmountNotATime),
        string.Create(CultureInfo.InvariantCulture, $"{amount:c} (TimeSpan) is an amount of time, not an instant."),
        "Give an instant, such as (Get-Date) minus that amount.");
}
