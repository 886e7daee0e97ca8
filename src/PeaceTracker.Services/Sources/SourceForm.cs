using PeaceTracker.Domain.Changes;
using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Sources;

/// <summary>A source while it is typed.</summary>
public sealed class SourceForm
{
    /// <summary>Its key; in an outcome, where the source is new, a name by which the outcome's citations mean it.</summary>
    public string Key { get; set; } = "";

    /// <summary>Who published it.</summary>
    public string Publisher { get; set; } = "";

    /// <summary>What it is about.</summary>
    public string Headline { get; set; } = "";

    /// <summary>Author or dateline.</summary>
    public string Byline { get; set; } = "";

    /// <summary>The date as printed; blank where none is.</summary>
    public string DateAsPrinted { get; set; } = "";

    /// <summary>The date it was resolved to.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>How exactly that is known.</summary>
    public DatePrecision Precision { get; set; }

    /// <summary>Whether no more is known than that it was out by that day.</summary>
    public bool NoLaterThan { get; set; }

    /// <summary>Why it was resolved so.</summary>
    public string DateNote { get; set; } = "";

    /// <summary>Its address.</summary>
    public string Url { get; set; } = "";

    /// <summary>The address of an archived copy.</summary>
    public string ArchivedUrl { get; set; } = "";

    /// <summary>Language tag.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Reliability of the publisher.</summary>
    public Reliability? Reliability { get; set; }

    /// <summary>The form of another one after <paramref name="source"/>, begun with what the two are likely to share.</summary>
    public static SourceForm After(Source source) => new()
    {
        Publisher = source.Publisher, Reliability = source.Reliability, Language = source.Language,
    };

    /// <summary>The form of a source.</summary>
    public static SourceForm Of(Source source) => new()
    {
        Key = source.Key, Publisher = source.Publisher, Headline = source.Headline, Byline = source.Byline ?? "",
        DateAsPrinted = source.DateAsPrinted ?? "", PublishedOn = source.PublishedOn, Precision = source.Precision,
        NoLaterThan = source.NoLaterThan, DateNote = source.DateNote ?? "", Url = source.Url ?? "", ArchivedUrl = source.ArchivedUrl ?? "",
        Language = source.Language, Reliability = source.Reliability,
    };

    /// <summary>
    /// Takes over what an address says into the fields that are empty; <paramref name="note"/> says why a date that is only in the address is
    /// resolved so.
    /// </summary>
    public void Take(PastedAddress pasted, string note)
    {
        ArgumentNullException.ThrowIfNull(pasted);
        (Url, ArchivedUrl) = (pasted.Url, pasted.ArchivedUrl ?? ArchivedUrl);
        if (Publisher.Length == 0 && pasted.Publisher is { } publisher)
        {
            (Publisher, Language) = (publisher, pasted.Known?.Language ?? Language);
        }

        if (Publisher == pasted.Known?.Publisher)
        {
            Reliability ??= pasted.Known.Reliability;
        }

        if (PublishedOn is null && pasted.Published is { } day)
        {
            (PublishedOn, Precision, NoLaterThan) = (day.On, day.Precision, false);
            DateNote = DateAsPrinted.Length + DateNote.Length == 0 ? note : DateNote;
        }
    }

    /// <summary>
    /// The form of a page that somebody read: its address, its title, and what was marked on it, which is its date as printed where it is one for
    /// certain. <paramref name="note"/> is that of <see cref="Take"/>.
    /// </summary>
    public static SourceForm OfPage(string? url, string? title, string? marked, IEnumerable<Source> known, string note)
    {
        var form = new SourceForm { Url = url ?? "", Headline = title ?? "" };
        if (DateIn(marked) is { } day)
        {
            (form.DateAsPrinted, form.PublishedOn, form.Precision) = (marked!, day.On, day.Precision);
        }

        if (PastedAddress.Read(form.Url, known) is { } pasted)
        {
            (form.Headline, var place) = pasted.Titled(form.Headline);
            form.Take(pasted with { Publisher = pasted.Known?.Publisher ?? place ?? pasted.Publisher }, note);
        }

        return form;
    }

    /// <summary>The date that a text is, where it is nothing but one, and certain.</summary>
    public static DateAsKnown? DateIn(string? text) => text is not null && WrittenDate.Read(text).Readings is [var day] ? day : null;

    /// <summary>The source; <paramref name="original"/> is what the form was opened with, null for a new one.</summary>
    public Source ToRow(FormCheck check, Source? original = null, string at = "")
    {
        // What the rules say too, in the words of the form.
        if (!NoLaterThan && FormCheck.Optional(DateAsPrinted) is null && FormCheck.Optional(DateNote) is null)
        {
            check.Add(
                FormCheck.At(at, "dateAsPrinted"),
                "Give the date as it is printed. If it has none, say below how you worked it out, or that it is not known.");
        }

        return Row(check, original, at);
    }

    private Source Row(FormCheck check, Source? original, string at) => new()
    {
        Key = original?.Key ?? "",
        RecordedAt = original?.RecordedAt ?? default,
        Publisher = check.Need(FormCheck.At(at, "publisher"), Publisher, "Say who published it."),
        Headline = check.Need(FormCheck.At(at, "headline"), Headline, "Say what it is about."),
        Byline = FormCheck.Optional(Byline),
        DateAsPrinted = FormCheck.Optional(DateAsPrinted),
        PublishedOn = check.Need(
            FormCheck.At(at, "publishedOn"), PublishedOn, NoLaterThan ? "Give the day by which it was published." : "Give the day of publication."),
        Precision = Precision,
        NoLaterThan = NoLaterThan,
        DateNote = FormCheck.Optional(DateNote),
        Url = FormCheck.Optional(Url),
        ArchivedUrl = FormCheck.Optional(ArchivedUrl),
        Language = FormCheck.Optional(Language) ?? "en",
        Reliability = check.Need(FormCheck.At(at, "reliability"), Reliability, "Judge how reliable the publisher is."),
    };
}
