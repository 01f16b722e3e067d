using System.Management.Automation;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>Finds the stretches of working hours in which nothing is booked, up to now.</summary>
/// <example>
/// <code>Find-TtGap -From yesterday -To yesterday -DayStart 8:30 -DayEnd 17:00</code>
/// Lists what was not booked yesterday.
/// </example>
/// <example>
/// <code>Find-TtGap -From yesterday -To yesterday | Add-TtEntry 'Mail and small things'</code>
/// Books all of it.
/// </example>
[Cmdlet(VerbsCommon.Find, "TtGap")]
[OutputType(typeof(TtGap))]
public sealed class FindTtGap : TtCmdlet
{
    private const int HoursOfADay = 24;

    /// <summary>The first instant; the start of today unless told otherwise.</summary>
    [Parameter(Position = 0)]
    [TtTypedTime]
    public TtTypedTime? From { get; set; }

    /// <summary>The first instant after, a date being all of that day; now unless told otherwise.</summary>
    [Parameter(Position = 1)]
    [TtTypedTime]
    public TtTypedTime? To { get; set; }

    /// <summary>Where a day's working hours begin: 9:00 unless told otherwise.</summary>
    [Parameter]
    [TtAmount]
    public TimeSpan DayStart { get; set; } = TimeSpan.FromHours(9);

    /// <summary>Where they end: 17:00 unless told otherwise, 24:00 at most.</summary>
    [Parameter]
    [TtAmount]
    public TimeSpan DayEnd { get; set; } = TimeSpan.FromHours(17);

    /// <summary>The days that are worked on; all unless told otherwise.</summary>
    [Parameter]
    public DayOfWeek[] DayOfWeek { get; set; } = Enum.GetValues<DayOfWeek>();

    /// <summary>The shortest stretch worth a mention: 5m unless told otherwise.</summary>
    [Parameter]
    [TtAmount]
    public TimeSpan Minimum { get; set; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (DayStart < TimeSpan.Zero || DayEnd > TimeSpan.FromHours(HoursOfADay) || DayStart >= DayEnd || Minimum < TimeSpan.Zero)
        {
            ThrowTerminatingError(ErrorRecords.For(
                "WorkingHours", ErrorCategory.InvalidArgument, target: null,
                "-DayStart must be before -DayEnd within one day, and -Minimum not negative; nothing was changed.",
                "Type for instance -DayStart 8:30 -DayEnd 17:00 -Minimum 10m."));
        }

        if (!TryPeriod(From, To, Ask(tracker => tracker.Today()), out var period))
        {
            return;
        }

        var hours = new WorkingHours(DayStart, DayEnd, Minimum);
        foreach (var (from, to) in Ask(tracker => tracker.Reports.FreeTime(period.From, period.To, hours)))
        {
            if (DayOfWeek.Contains(from.DayOfWeek))
            {
                WriteObject(new TtGap(from, to));
            }
        }
    }
}
