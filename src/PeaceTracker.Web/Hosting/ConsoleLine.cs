using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// A line of the console: the time, the level, the message. The lines of a fault are set in, so that none of them can be taken for a line of the
/// log, whatever a stranger wrote into it.
/// </summary>
public sealed class ConsoleLine : ITextFormatter
{
    private readonly MessageTemplateTextFormatter _message =
        new("{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}", CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public void Format(LogEvent logEvent, TextWriter output)
    {
        _message.Format(logEvent, output);
        foreach (var line in (logEvent.Exception?.ToString() ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.WriteLine("    " + VisibleValues.Shown(line.TrimEnd('\r')));
        }
    }

    /// <summary>Writes several to the console at once.</summary>
    internal static void Write(IReadOnlyList<LoggedLine> lines)
    {
        var line = new ConsoleLine();
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        foreach (var one in lines)
        {
            if (one.Event is { } logged)
                line.Format(logged, text);
            else
                one.Request.WriteToConsole(text);
        }

        Console.Out.Write(text.ToString());
    }
}
