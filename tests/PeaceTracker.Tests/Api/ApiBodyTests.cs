using System.Text;
using PeaceTracker.Services.Api;

namespace PeaceTracker.Tests.Api;

/// <summary>What a program sent is bounded before anything is made of it.</summary>
public class ApiBodyTests
{
    [Fact]
    public void Read_MorePropertiesThanAnyRowHas_IsRefused()
    {
        var body = Read("{\n\"row\": {" + string.Join(',', Enumerable.Range(0, 101).Select(i => $"\"k{i}\":1")) + "} }", out var fault);

        Assert.Null(body);
        Assert.StartsWith("Line 2: An object has at most 100 properties here.", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 500, true)]
    [InlineData("{}", 501, false)]
    [InlineData("1", 501, true)] // keys of issues, say
    public void Read_MoreRowsThanOneLooksOver_IsRefused(string item, int count, bool read)
    {
        var body = Read($"{{ \"statusEvents\": [{string.Join(',', Enumerable.Repeat(item, count))}] }}", out var fault);

        Assert.Equal(read, body is not null);
        Assert.Equal(read ? null : "Line 1: At most 500 rows are recorded at once. Send the others separately.", fault);
    }

    // Whoever sends a body has no file.
    [Fact]
    public void Read_NoUtf8_SaysSoOfTheBody()
    {
        ApiBody.Read(Encoding.Unicode.GetPreamble(), out var marked);
        ApiBody.Read("{ \"a\": \"\xFF\" }".Select(letter => (byte)letter).ToArray(), out var broken);
        Read(new string('[', 40), out var deep);

        Assert.Equal("The body is written in UTF-16. Write it in UTF-8.", marked);
        Assert.Equal("Line 1: The text here is not valid UTF-8, or has half a surrogate pair. Write the body in UTF-8.", broken);
        Assert.StartsWith("Line 1: The body is nested deeper than 16 levels", deep, StringComparison.Ordinal);
    }

    private static ApiBody? Read(string json, out string? fault) => ApiBody.Read(Encoding.UTF8.GetBytes(json), out fault);
}
