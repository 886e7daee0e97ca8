using PeaceTracker.Domain.Changes;
using PeaceTracker.Services.Editing;

namespace PeaceTracker.Services.Api;

/// <summary>A correction on its way to a command: the fields of the row, the reason, and since when what is judged otherwise holds.</summary>
internal sealed class ApiCorrected(ApiBody body)
{
    /// <summary>Where the row stands in what was sent.</summary>
    public const string Row = "row";

    private readonly List<FieldError> _errors = [];

    /// <summary>
    /// The command that <paramref name="make"/> makes of the row and the reason, of which the latter is null unless something was wrong; it
    /// <paramref name="always"/> was, of an entry.
    /// </summary>
    public ApiAsked Of<T>(T original, Func<T, string?, BoardCommand> make, bool always = false) where T : class, IRow
    {
        body.CheckOnce(Row, _errors);
        var part = body.Part(Row);
        var given = body.Without(Row).Bind<ApiCorrectionTerms>(_errors);
        if (part is null)
        {
            _errors.Add(new(Row, "Give the fields of the row to change, in an object in braces."));
            return new(null, _errors);
        }

        if (part.Over(original, _errors, Row) is not { } row || given is null)
        {
            return new(null, _errors);
        }

        var (check, reason) = (new FormCheck(), FormCheck.Optional(given.Reason));
        var judgement = new JudgementForm
        {
            Since = given.Since is not null ? JudgementSince.ADay : given.Always ? JudgementSince.Always : null, Day = given.Since,
            Reason = given.Reason ?? "",
        };
        row = always ? row : judgement.ToRow(check, original, row);
        if (always)
        {
            check.Need("reason", reason, "Say in one sentence what was wrong.");
        }

        var command = make(row, always ? reason : judgement.Correction(original, row));
        return new(command with { FormErrors = check.Errors }, []);
    }

    /// <summary>Where in what was sent a field stands by which the command was refused.</summary>
    public static string Place(string path) => path switch
    {
        "" or "reason" => path,
        "judgement" => "since",
        _ when path.StartsWith("earlier[", StringComparison.Ordinal) => "since",
        _ => $"{Row}.{path}",
    };
}
