using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Parsing;

namespace PeaceTracker.Web.Hosting;

/// <summary>
/// The line of a request. Of requests that went well it is written by hand, letter by letter as the log would write the same event: making the event
/// and writing it twice costs as much as a kept page.
/// </summary>
/// <param name="At">When it was answered (UTC).</param>
/// <param name="Method">By which method it was asked.</param>
/// <param name="Path">For which path.</param>
/// <param name="Status">What it was answered with.</param>
/// <param name="Milliseconds">How long that took.</param>
/// <param name="Id">Its name, which other lines about it have too.</param>
internal readonly record struct RequestLine(DateTime At, string Method, string Path, int Status, double Milliseconds, string Id)
{
    private const string Words = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0.0} ms";
    private static readonly MessageTemplate Template = new MessageTemplateParser().Parse(Words);

    /// <summary>The same as an event of the log.</summary>
    public LogEvent Event(LogEventLevel level, Exception? fault = null) => new(
        new DateTimeOffset(At).ToLocalTime(), level, fault, Template,
        [
            Named("RequestMethod", Method), Named("RequestPath", Path), Named("StatusCode", Status), Named("Elapsed", Milliseconds),
            Named("RequestId", Id),
        ]);

    /// <summary>Writes it as <see cref="ConsoleLine"/> does.</summary>
    public void WriteToConsole(TextWriter output)
    {
        Write(output, At.ToLocalTime(), "HH:mm:ss");
        output.Write(" INF ");
        output.Write(VisibleValues.Shown(Method));
        output.Write(' ');
        output.Write(VisibleValues.Shown(Path));
        output.Write(' ');
        Write(output, Status, "");
        output.Write(" in ");
        Write(output, Milliseconds, "0.0");
        output.WriteLine(" ms");
    }

    /// <summary>Writes it as <see cref="LogFile"/> does.</summary>
    public void WriteToFile(TextWriter output)
    {
        output.Write("{\"@t\":\"");
        Write(output, At, "O");
        output.Write("\",\"@mt\":\"" + Words + "\",\"@r\":[\"");
        Write(output, Milliseconds, "0.0");
        output.Write("\"],\"RequestMethod\":");
        JsonValueFormatter.WriteQuotedJsonString(VisibleValues.Shown(Method), output);
        output.Write(",\"RequestPath\":");
        JsonValueFormatter.WriteQuotedJsonString(VisibleValues.Shown(Path), output);
        output.Write(",\"StatusCode\":");
        Write(output, Status, "");
        output.Write(",\"Elapsed\":");
        Write(output, Milliseconds, "R");
        output.Write(",\"RequestId\":");
        JsonValueFormatter.WriteQuotedJsonString(Id, output);
        output.WriteLine('}');
    }

    private static void Write<T>(TextWriter output, T value, string format) where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[40];
        output.Write(value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture) ? text[..length]
            : value.ToString(format, CultureInfo.InvariantCulture));
    }

    private static LogEventProperty Named(string name, object value) => new(name, new ScalarValue(value));
}

/// <summary>What is gathered for the log: the line of a request that went well, or an event.</summary>
/// <param name="Event">The event; null for a line.</param>
/// <param name="Request">The line.</param>
internal readonly record struct LoggedLine(LogEvent? Event, RequestLine Request = default);

/// <summary>Takes the lines of requests that went well to where the log is written, past what events go through.</summary>
internal sealed class RequestLines(IReadOnlyList<GatheredLines> places)
{
    /// <summary>Gathers one.</summary>
    public void Add(in RequestLine line)
    {
        foreach (var place in places)
        {
            place.Add(line);
        }
    }
}
