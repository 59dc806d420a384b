# The faults of the matrix (docs/faults.md): their names, and the rules that cause them. The rules are sent to the sandbox server, one lane for each cell.
#Requires -Version 7.4
Set-StrictMode -Version 3

function Status([int] $Status, [hashtable] $Headers = @{}, [string] $Body) {
    $fault = @{ kind = 'status'; status = $Status; headers = $Headers }
    if ($Body) { $fault += @{ body = $Body; contentType = 'application/json' } }
    $fault
}

function New-Case {
    param([string] $Group, [string] $Name, [hashtable] $Fault, [int] $Times = -1, [hashtable] $With = @{})
    $case = @{ Group = $Group; Name = $Name; Fault = $Fault; ChangeFault = $null; Times = $Times; Address = $null; Token = $null; TokenTimes = -1; TimeoutSec = 20; MaximumResponseBytes = 256MB; Noun = 'Product'; Page = 7 }
    foreach ($key in $With.Keys) { $case[$key] = $With[$key] }
    $case
}

# Faults of the address itself: no response comes from the vendor.
function Get-AddressCase {
    foreach ($address in @(
            @('connection refused', 'Refused'), @('host name that does not exist', 'NoHost'), @('certificate of an unknown authority', 'Unknown'),
            @('certificate that has expired', 'Expired'), @('certificate of another host', 'Another'), @('proxy that requires credentials (407)', 'Proxy'))) {
        New-Case 'Connection' $address[0] $null -With @{ Address = $address[1] }
    }
}

function Get-ConnectionCase {
    $group = 'Connection'
    foreach ($place in @(@('beforeRead', 'before the request was read'), @('beforeAct', 'before the request was processed'), @('afterAct', 'after the request was processed'), @('inBody', 'in the middle of the response'))) {
        New-Case $group "reset $($place[1]), once" @{ kind = 'reset'; at = $place[0] } 1
        New-Case $group "reset $($place[1]), every time" @{ kind = 'reset'; at = $place[0] }
    }
    New-Case $group 'reset after the response, every time' @{ kind = 'reset'; at = 'afterResponse' }
    New-Case $group 'response shorter than its `Content-Length`, once' @{ kind = 'truncate' } 1
    New-Case $group 'response shorter than its `Content-Length`, every time' @{ kind = 'truncate' }
    New-Case $group 'response cut off (no last chunk), every time' @{ kind = 'truncate'; chunked = $true }
    New-Case $group 'no response, request not processed' @{ kind = 'hang'; at = 'beforeAct' } -With @{ TimeoutSec = 4 }
    New-Case $group 'no response, request processed' @{ kind = 'hang'; at = 'afterAct' } -With @{ TimeoutSec = 4 }
    New-Case $group 'response that stops in the middle' @{ kind = 'hang'; at = 'inBody' } -With @{ TimeoutSec = 4 }
    New-Case $group 'chunks of one byte' @{ kind = 'slow'; delay = 0; chunked = $true } -With @{ Page = 8 }
}

function Get-BodyCase {
    $group = 'Body'
    New-Case $group 'JSON that is cut off' @{ kind = 'replaceBody'; status = 200; body = '{"data":{"yearlyProductCode":"2025' }
    New-Case $group 'malformed JSON' @{ kind = 'badJson' }
    New-Case $group 'an HTML page with 200' @{ kind = 'html' }
    New-Case $group 'empty body' @{ kind = 'empty' }
    New-Case $group 'another content type' @{ kind = 'wrongContentType' }
    New-Case $group 'gzip' @{ kind = 'gzip' }
    New-Case $group 'byte order mark' @{ kind = 'bom' }
    New-Case $group 'invalid UTF-8' @{ kind = 'invalidUtf8' }
    New-Case $group 'each JSON property twice, the first one null' @{ kind = 'duplicateMembers' }
    New-Case $group 'JSON with 10,000 nested levels' @{ kind = 'deep' }
    New-Case $group '1 GB, with `Content-Length`' @{ kind = 'huge'; bytes = 1GB; announced = $true }
    New-Case $group '1 GB, without `Content-Length`' @{ kind = 'huge'; bytes = 1GB } -With @{ MaximumResponseBytes = 4MB }
    New-Case $group '1 GB, gzipped' @{ kind = 'huge'; bytes = 1GB; gzip = $true } -With @{ MaximumResponseBytes = 4MB }
    New-Case $group 'numbers outside the range of Decimal' @{ kind = 'replaceText'; find = '("price":) ?[0-9.]+'; with = '${1}1e400' } -With @{ ChangeFault = @{ kind = 'replaceText'; find = '^\{'; with = '{"beyond":1e400,' } }
    New-Case $group 'dates of the year 0001' @{ kind = 'replaceText'; find = '("startDate":) ?"[^"]*"'; with = '$1"0001-01-01T00:00:00Z"' } -With @{ Noun = 'Session' }
    New-Case $group 'dates of the year 9999' @{ kind = 'replaceText'; find = '("startDate":) ?"[^"]*"'; with = '$1"9999-12-31T23:59:59Z"' } -With @{ Noun = 'Session' }
}

function Get-StatusCase {
    $group = 'Status'
    foreach ($status in 400, 403, 404, 409, 422) { New-Case $group "$status" (Status $status) }
    New-Case $group '401, once' (Status 401) 1
    New-Case $group '401, every time' (Status 401)
    foreach ($status in 408, 500, 502, 503) {
        New-Case $group "$status, once" (Status $status) 1
        New-Case $group "$status, every time" (Status $status)
    }
    New-Case $group '500 with a refusal of the vendor' (Status 500 @{} '{"code":"ERROR","reason":"Non"}')
    New-Case $group '503 with `Retry-After`, once' (Status 503 @{ 'Retry-After' = '1' }) 1
    New-Case $group '503 with `Retry-After`, every time' (Status 503 @{ 'Retry-After' = '0' })
    New-Case $group '429 without `Retry-After`, once' (Status 429) 1
    New-Case $group '429 with `Retry-After` in seconds, once' (Status 429 @{ 'Retry-After' = '1' }) 1
    New-Case $group '429 with `Retry-After` in seconds, every time' (Status 429 @{ 'Retry-After' = '0' })
    New-Case $group '429 with `Retry-After` as a date, server clock years behind, once' (Status 429 @{ Date = 'Thu, 01 Jan 2004 00:00:00 GMT'; 'Retry-After' = 'Thu, 01 Jan 2004 00:00:01 GMT' }) 1
    New-Case $group '429 with `Retry-After` as a date, server clock years ahead, once' (Status 429 @{ Date = 'Fri, 31 Dec 9999 23:59:58 GMT'; 'Retry-After' = 'Fri, 31 Dec 9999 23:59:59 GMT' }) 1
    New-Case $group '429 with a very long `Retry-After`' (Status 429 @{ 'Retry-After' = '99999999999999999999' })
    New-Case $group '429 with a negative `Retry-After`, once' (Status 429 @{ 'Retry-After' = '-5' }) 1
    New-Case $group 'redirect to the same host' @{ kind = 'redirect'; location = '/cegos/elsewhere'; status = 307 }
    New-Case $group 'redirect to another host' @{ kind = 'redirect'; location = 'https://elsewhere.example.com/x'; status = 301 }
}

# The token has to be renewed during the command, and the renewal fails, at first or always. If it always fails, the old token stays refused: otherwise
# it would depend on chance whether the next row, in flight meanwhile, succeeds.
function Get-TokenCase {
    $group = 'Token'
    New-Case $group 'token expires during the run' (Status 401) 1 @{ Token = @{ kind = 'wrongContentType' } }
    New-Case $group 'token renewal refused' (Status 401) -With @{ Token = Status 400 @{} '{"error":"invalid_client"}' }
    New-Case $group 'token renewal fails once (503)' (Status 401) 1 @{ Token = Status 503; TokenTimes = 1 }
    New-Case $group 'token renewal: connection reset, every time' (Status 401) -With @{ Token = @{ kind = 'reset'; at = 'afterAct' } }
    New-Case $group 'token renewal returns an HTML page' (Status 401) -With @{ Token = @{ kind = 'html' } }
    New-Case $group 'token renewal without a response' (Status 401) -With @{ Token = @{ kind = 'hang' }; TimeoutSec = 4 }
    New-Case $group 'token lifetime of 0 seconds' (Status 401) 1 @{ Token = @{ kind = 'replaceText'; find = '("expires_in":) ?\d+'; with = '${1}0' } }
    New-Case $group 'token lifetime without a practical limit' (Status 401) 1 @{ Token = @{ kind = 'replaceText'; find = '("expires_in":) ?\d+'; with = '${1}1e300' } }
}

# All of them, numbered, in the order of the page.
function Get-FaultCase {
    $number = 0
    foreach ($case in @(Get-AddressCase) + @(Get-ConnectionCase) + @(Get-BodyCase) + @(Get-StatusCase) + @(Get-TokenCase)) {
        $case.Id = "f$((++$number).ToString('00'))"
        $case
    }
}

Export-ModuleMember -Function Get-FaultCase
