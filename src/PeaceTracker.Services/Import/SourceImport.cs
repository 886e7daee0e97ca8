using PeaceTracker.Domain.Sources;
using PeaceTracker.Services.Editing;
using PeaceTracker.Services.Sources;

namespace PeaceTracker.Services.Import;

/// <summary>Sources of a table. The day's own text is no date as printed, so that a table without one says how its days were found out.</summary>
public sealed class SourceImport : DescriptiveImport<Source>
{
    /// <inheritdoc />
    public override string Name => "sources";

    /// <inheritdoc />
    public override string Label => "Sources";

    /// <inheritdoc />
    protected override IReadOnlyList<ImportField> MakeFields() =>
    [
        ImportFields.Key("source"),
        ImportFields.Text("publisher", "Publisher", "publisher", "outlet", "media", "medium", "newspaper", "agency", "published by", "видання",
            "издание", "éditeur", "herausgeber") with { Needed = true },
        ImportFields.Text("headline", "Headline", "headline", "title", "article", "name", "source", "заголовок", "titre", "titel", "título") with
        {
            Needed = true,
        },
        ImportFields.Text("byline", "Byline", "byline", "author", "authors", "by", "автор", "auteur", "autor"),
        .. ImportFields.Day("published_on", "Published on", "publishedOn", "published", "publication date", "date", "date published"),
        ImportFields.Truth("no_later_than", "May have been out earlier", "noLaterThan"),
        ImportFields.Text("date_as_printed", "Date as printed", "dateAsPrinted", "printed date"),
        ImportFields.Text("date_note", "How the date was found out", "dateNote"),
        ImportFields.Text("language", "Language", "language", "lang", "мова", "язык", "langue", "sprache", "idioma"),
        ImportFields.Word("reliability", "Reliability, A to F", Scales.Reliabilities, "reliability", "grade", "rating") with { Needed = true },
        ImportFields.Text("url", "Address", "url", "link", "web address", "website", "href", "посилання", "ссылка", "lien"),
        ImportFields.Text("archived_url", "Address of an archived copy", "archivedUrl", "archive", "archived", "archive link"),
    ];

    /// <inheritdoc />
    protected override string Identity(Source row) => WebAddress.Plain(row.Url) is { } address ? $"at {address}"
        : row.Headline.Length == 0 ? "" : $"{Heading.Fold(row.Publisher)}: {Heading.Fold(row.Headline)} {row.PublishedOn:O}";

    internal override void Suggest(ImportMapping mapping, TableView view, BoardNames names)
    {
        if (!mapping.Columns.ContainsKey("date_as_printed") && !mapping.Columns.ContainsKey("date_note"))
        {
            mapping.Always.TryAdd("date_note", $"As listed in the table “{Path.GetFileNameWithoutExtension(view.File.Name)}”.");
        }
    }

    internal override Source Make(RowValues values, FormCheck check, PlanState state, Source? existing)
    {
        var form = existing is null ? new SourceForm() : SourceForm.Of(existing);
        form.Publisher = values.Has("publisher") ? values.Line("publisher") : form.Publisher;
        form.Headline = values.Has("headline") ? values.Line("headline") : form.Headline;
        form.Byline = values.Has("byline") ? values.Line("byline") : form.Byline;
        if (values.Has("published_on") || values.Has("year"))
        {
            var day = values.Day("published_on");
            (form.PublishedOn, form.Precision) = (day?.On, values.Precision(day));
        }

        form.NoLaterThan = values.Has("no_later_than") ? values.Truth("no_later_than") : form.NoLaterThan;
        form.DateAsPrinted = values.Has("date_as_printed") ? values.Line("date_as_printed") : form.DateAsPrinted;
        // What is said for all rows is for those that say nothing themselves.
        form.DateNote = values.Has("date_note") && (existing is null || values.IsInRow("date_note")) ? values.Line("date_note") : form.DateNote;
        form.Url = values.Has("url") ? values.Line("url") : form.Url;
        form.ArchivedUrl = values.Has("archived_url") ? values.Line("archived_url") : form.ArchivedUrl;
        form.Language = values.Has("language") ? values.Line("language") : form.Language;
        form.Reliability = values.Has("reliability") ? values.Word("reliability", Scales.Reliabilities) : form.Reliability;
        return form.ToRow(check, existing);
    }
}
