using System.Text;
using PeaceTracker.Services.Negotiations.Files;

namespace PeaceTracker.Tests.Negotiations.Files;

public sealed class NegotiationFileReaderTests
{
    private const string Minimal = """
        {
          "formatVersion": 1,
          "recordedAt": "2026-01-10T12:00:00Z",
          "negotiation": { "slug": "talks", "title": "Talks", "description": "About water.", "startedOn": "2026-01-05" },
          "parties": [
            { "key": "a", "name": "Aland", "since": "2026-01-05" },
            { "key": "b", "name": "Beland", "since": "2026-01-05", "recordedAt": "2026-02-01T08:30:00Z" }
          ]
        }
        """;

    [Fact]
    public async Task ReadAsync_RecordWithoutMoment_TakesTheFilesOne()
    {
        var result = await Read(Minimal);

        Assert.Empty(result.Errors);
        Assert.Equal(new DateTime(2026, 1, 10, 12, 0, 0, DateTimeKind.Utc), result.Record!.Parties[0].RecordedAt);
        Assert.Equal(DateTimeKind.Utc, result.Record.Parties[0].RecordedAt.Kind);
        Assert.Equal(new DateTime(2026, 2, 1, 8, 30, 0, DateTimeKind.Utc), result.Record.Parties[1].RecordedAt);
        Assert.Equal(30, result.Record.Negotiation.StalenessDays);
    }

    [Fact]
    public async Task ReadAsync_ManyFaults_ListsEveryOneWithItsLine()
    {
        // One fault a line, of shape (4, 6, 7, 8, 9, 11) and of the rules (10, 12) alike.
        var result = await Read("""
            {
              "formatVersion": 1,
              "recordedAt": "2026-01-10T12:00:00Z",
              "negotiation": { "slug": "talks", "title": "Talks", "descripton": "x", "startedOn": "2026-01-05" },
              "parties": [
                { "key": "a", "name": "Aland", "since": "5 Jan 2026" },
                { "key": "b", "name": 7, "since": "2026-01-05" },
                { "key": "c", "name": "Celand", "since": "2026-01-05", "roles": [ { "role": "medaitor" } ] },
                { "key": "d", "name": "Deland", "name": "Dealand", "since": "2026-01-05" },
                { "key": "e", "name": " ", "since": "2026-01-05" } ],
              "dyads": [ { "key": "a-b", "firstParty": "a", "secondParty": "b", "required": "yes" },
                { "key": "a-f", "firstParty": "a", "secondParty": "ff" } ]
            }
            """);

        Assert.Null(result.Record);
        Assert.Equal(
            [
                (4, "negotiation.description"), (4, "negotiation.descripton"), (6, "parties[0].since"), (7, "parties[1].name"),
                (8, "parties[2].roles[0].role"),
                (9, "parties[3].name"), (10, "parties[4].name"), (11, "dyads[0].required"), (12, "dyads[1].secondParty"),
            ],
            result.Errors.Select(e => (e.Line, e.Path)));
        Assert.Contains("Did you mean “description”?", result.Errors[1].Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean “mediator”?", result.Errors[4].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, "not JSON")]
    [InlineData("[]", 1, "one object in braces, not a list")]
    [InlineData("{\n  \"formatVersion\": 1,\n}", 3, "not JSON")]
    [InlineData("{\n  \"formatVersion\": NaN }", 2, "not JSON")]
    [InlineData("{ \"formatVersion\": 1 } { }", 1, "not JSON")]
    [InlineData("{\n  // a comment\n  \"formatVersion\": 1 }", 2, "not JSON")]
    [InlineData("{\n\n  \"formatVersion\": 2 }", 3, "format version 1 only")]
    [InlineData("{\n\n  \"formatVersion\": \"1\" }", 3, "format version 1 only")]
    public async Task ReadAsync_NoNegotiationFile_SaysWhyAndWhere(string text, int line, string words)
    {
        var error = Assert.Single((await Read(text)).Errors);

        Assert.Equal(line, error.Line);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"formatVersion\": 1,", "", "formatVersion", 1)]
    [InlineData("\"recordedAt\": \"2026-01-10T12:00:00Z\",", "", "parties[0].recordedAt", 5)]
    [InlineData("2026-01-10T12:00:00Z", "2026-01-10 12:00", "recordedAt", 3)]
    [InlineData("2026-01-10T12:00:00Z", "2026-01-10T12:00:00+02:00", "recordedAt", 3)]
    [InlineData("\"Aland\"", "null", "parties[0].name", 6)]
    [InlineData("\"key\": \"b\", ", "", "parties[1].key", 7)]
    [InlineData("\"parties\": [", "\"party\": [", "party", 5)]
    [InlineData("\"title\": \"Talks\"", "\"title\": \"\\ud800\"", "", 4)]
    [InlineData("2026-01-05\" }", "2026-02-30\" }", "negotiation.startedOn", 4)]
    [InlineData("\"About water.\"", "\"About water.\", \"stalenessDays\": 1.5", "negotiation.stalenessDays", 4)]
    [InlineData("\"About water.\"", "\"About water.\", \"stalenessDays\": 1e400", "negotiation.stalenessDays", 4)]
    public async Task ReadAsync_OneFault_IsFoundInItsPlace(string right, string wrong, string path, int line)
    {
        var at = Minimal.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, "the test must change the file");
        var expectedLine = wrong.Length == 0 && path.EndsWith(".recordedAt", StringComparison.Ordinal) ? line + 1 : line;

        var error = (await Read(Minimal[..at] + wrong + Minimal[(at + right.Length)..])).Errors[0];

        Assert.Equal((path, expectedLine), (error.Path, error.Line));
    }

    // The rule about the neighbour would speak of a kind, scope or validity that the reader had to guess.
    [Theory]
    [InlineData("claims", "\"scope\": \"diad\", \"dyad\": \"a-b\"", "claims[0].scope")]
    [InlineData("claims", "\"scope\": \"whole\"", "claims[0].scope")]
    [InlineData("claims", "\"scope\": \"whole-board\", \"kind\": \"corection\", \"supersedes\": \"b\"", "claims[0].kind")]
    public async Task ReadAsync_WordOnWhichARuleHangs_IsTheOnlyError(string section, string properties, string path)
    {
        var entry =
            "{ \"key\": \"a\", \"claimants\": [ { \"name\": \"A speaker\" } ], \"ofWhat\": \"issues\", "
            + "\"thresholdWord\": \"agreed\", \"threshold\": \"agreed\", "
            + "\"appearances\": [ { \"citation\": { \"source\": \"s\", \"locator\": \"P1\" } } ], "
            + "\"occurredOn\": \"2026-01-05\", " + properties + " }";
        const string Rest = "\"dyads\": [ { \"key\": \"a-b\", \"firstParty\": \"a\", \"secondParty\": \"b\" } ], "
            + "\"sources\": [ { \"key\": \"s\", \"publisher\": \"P\", \"headline\": \"H\", \"dateAsPrinted\": \"5 Jan\", "
            + "\"publishedOn\": \"2026-01-05\", \"reliability\": \"B\" } ], ";

        var errors = (await Read(Minimal.Replace("\"parties\"", $"{Rest}\"{section}\": [ {entry} ], \"parties\"", StringComparison.Ordinal))).Errors;

        Assert.Equal([path], errors.Select(e => e.Path));
    }

    [Fact]
    public async Task ReadAsync_DeepNesting_IsRefused()
    {
        var text = "{\n\"parties\": " + new string('[', 100_000) + new string(']', 100_000) + "}";

        var error = Assert.Single((await Read(text)).Errors);

        Assert.Equal(2, error.Line);
        Assert.Contains("nested deeper than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_MillionCharacters_AreRefusedWithoutRepeatingThem()
    {
        var file = Minimal
            .Replace("Aland", new string('x', 1_000_000), StringComparison.Ordinal)
            .Replace("\"b\"", $"\"{new string('b', 1_000_000)}\"", StringComparison.Ordinal);
        var errors = (await Read(file)).Errors;

        Assert.Equal(["parties[0].name", "parties[1].key"], errors.Select(e => e.Path));
        Assert.All(errors, e => Assert.InRange(e.ToString().Length, 20, 400));
    }

    [Fact]
    public async Task ReadAsync_ThousandsOfErrors_ListsTheFirstAndCountsTheRest()
    {
        const string Head = "{ \"formatVersion\": 1, \"recordedAt\": \"2026-01-10T12:00:00Z\", \"parties\": [";
        var errors = (await Read(Head + string.Join(',', Enumerable.Repeat("1", 1500)) + "] }")).Errors;

        // 1,500 parties that are none, and the missing negotiation: 1,501, of which 1,000 are listed.
        Assert.Equal(1001, errors.Count);
        Assert.Contains("501 more", errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ByteOrderMark_IsPassedOver() => Assert.Empty((await Read("\uFEFF" + Minimal)).Errors);

    [Fact]
    public async Task ReadAsync_Utf16_SaysToSaveAsUtf8()
    {
        using var stream = new MemoryStream([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Minimal)]);

        var result = await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);

        Assert.Contains("UTF-8", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_ScriptInAText_StaysText()
    {
        const string Script = "<script>alert('x')</script> é \"";
        var first = await Read(Minimal.Replace("Aland", Script.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Equal(Script, first.Record!.Parties[0].Name);

        using var stream = new MemoryStream();
        await NegotiationFileWriter.WriteAsync(first.Record, stream, TestContext.Current.CancellationToken);
        stream.Position = 0;
        var second = await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);

        Assert.Equal(Script, second.Record!.Parties[0].Name);
    }

    // It would make a text read otherwise than it is written: "not agreed" as "deerga ton".
    [Theory]
    [InlineData('\u202E')]
    [InlineData('\u2066')]
    public async Task ReadAsync_CharacterThatTurnsATextRound_IsRefused(char sign)
    {
        var result = await Read(Minimal.Replace("Aland", $"Al{sign}and", StringComparison.Ordinal));

        Assert.Contains("reverses", Assert.Single(result.Errors).Message, StringComparison.Ordinal);
    }

    // The marks that texts in right-to-left scripts need stay.
    [Fact]
    public async Task ReadAsync_DirectionMark_StaysText() =>
        Assert.Equal("Al\u200Fand", (await Read(Minimal.Replace("Aland", "Al\u200Fand", StringComparison.Ordinal))).Record!.Parties[0].Name);

    private static async Task<NegotiationFileResult> Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await new NegotiationFileReader().ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
